import { expect, test } from "vitest";
import { recogniseHeader } from "./headers";

const header = (text: string) => recogniseHeader({ line: 1, cells: text.split(",") });

test("names are known whatever their case, spaces, underscores, accents and BOM", () => {
  const written = header("\uFEFFFIRST_NAME, last name ,Url,E-Mail Address,COMPANY,position,connected on");
  expect(written).toMatchObject({ kind: "CONNECTIONS", columns: { firstName: 0, lastName: 1, url: 2, email: 3 } });
  expect(header("Prenom,Nom,Connecte le")).toMatchObject({ kind: "CONNECTIONS", columns: { lastName: 1 } });
});

test("messages of both eras, with columns in any place", () => {
  expect(header("From,To,Date,Subject,Content,Direction,Folder")).toMatchObject({ kind: "MESSAGES" });
  expect(header("CONTENT,DATE,TO,SENDER PROFILE URL,FROM")).toMatchObject({ columns: { from: 4, senderUrl: 3 } });
});

test.each(["", "First Name,Last Name", "Name,E-mail", "From,To,Date", "Connected On"])("no header: %s", (text) =>
  expect(header(text)).toBeNull(),
);
