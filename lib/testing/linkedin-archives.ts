// Whole archives of every era, with the oddities real ones have: what LinkedIn called its columns, how it wrote dates,
// which files and addresses it left out. Olive Owner is their owner; nobody in them exists.
import { connectionsFile, csv, preamble } from "./linkedin-files";

type Archive = Record<string, string>;

const me = "Olive Owner";
const address = (slug: string) => `https://www.linkedin.com/in/${slug}`;
const encoded = (slug: string) => address(encodeURIComponent(slug));

/** Connected, with a comma and an accent in the name; the address is encoded in one file and plain in the others. */
const zoe = { first: "Zoë", last: "Quill, PhD", name: "Zoë Quill, PhD", slug: "zoë-quill" };
/** Connected, right to left, at a company whose name spans two lines. */
const noa = { first: "נועה", last: "לוי 🚀", name: "נועה לוי 🚀", slug: "נועה-לוי" };
const company = "Ink & Co\n(Berlin, +49)";

const zoesMessages = {
  urls: [
    [
      "2-a",
      "",
      me,
      address("olive-owner"),
      zoe.name,
      address(zoe.slug),
      "2023-12-01 10:11:12 UTC",
      "Hello",
      "Two\nlines",
    ],
    ["2-a", "", zoe.name, address(zoe.slug), me, address("olive-owner"), "2023-12-02 08:00:00 UTC", "", "Yes, and?"],
    ["2-b", "", "", "", me, address("olive-owner"), "2023-12-03 08:00:00 UTC", "Offer", "Sponsored"],
    ["2-c", "", "LinkedIn Member", "", me, address("olive-owner"), "2023-12-03 09:00:00 UTC", "", "Gone"],
    ["2-d", "", "Stan, Stranger", address("stan"), me, address("olive-owner"), "2023-12-04 09:00:00 UTC", "", "Buy"],
  ],
};

const connections2018 = csv([
  ["First Name", "Last Name", "Email Address", "Company", "Position", "Connected On"],
  [zoe.first, zoe.last, "zoe@example.test", "Ink & Co", "Writer", "12/22/16, 9:55 AM"],
  [noa.first, noa.last, "", company, "007", "1/5/17, 12:05 AM"],
  ["", "", "", "", "", "1/6/17, 3:04 PM"],
]);

const connections2023 = connectionsFile([
  {
    ...zoe,
    url: encoded(zoe.slug),
    email: "zoe@example.test",
    company: "Ink & Co",
    position: "Writer",
    on: "22 Dec 2016",
  },
  { ...noa, url: encoded(noa.slug), company, position: "007", on: "05 Jan 2017" },
  { on: "06 Jan 2017" },
]);

const recommendationColumns = ["First Name", "Last Name", "Company", "Job Title", "Text", "Creation Date", "Status"];
const recommendations = {
  "Recommendations_Given.csv": csv([
    recommendationColumns,
    [zoe.first, zoe.last, "Ink & Co", "Writer", "Zoë writes\n“beautifully”.", "07/21/09, 12:11 PM", ""],
  ]),
  "Recommendations_Received.csv": csv([
    recommendationColumns,
    ["Uma", "Unknown", "Acme, Inc.", "Boss", "Olive is great.", "11/02/15, 08:00 AM", "VISIBLE"],
    ["Uma", "Unknown", "Acme, Inc.", "Boss", "Not yet.", "11/03/15, 08:00 AM", "PENDING"],
  ]),
};

const endorsements = {
  "Endorsement_Received_Info.csv": csv([
    [
      "Endorsement Date",
      "Skill Name",
      "Endorser First Name",
      "Endorser Last Name",
      "Endorser Public Url",
      "Endorsement Status",
    ],
    ["2024/02/01 15:02:55 UTC", "Writing", zoe.first, zoe.last, `www.linkedin.com/in/${zoe.slug}`, "ACCEPTED"],
  ]),
};

/** What every archive holds and Vouch has no use for. */
const profile = {
  "Profile.csv": csv([
    ["First Name", "Last Name", "Headline"],
    ["Olive", "Owner", "Chief"],
  ]),
};

const invitations = (columns: string[], cells: (slug: string) => [inviter: string, invitee: string] | []) =>
  csv([
    columns,
    [me, zoe.name, "12/20/16, 10:11 AM", "Hello Zoë", "OUTGOING", ...cells(zoe.slug)],
    [me, "Sam Sent", "1/5/23, 10:11 AM", "", "OUTGOING", ...cells("sam-sent")],
    [
      "Rita Received",
      me,
      "1/6/23, 10:11 PM",
      "We met, in Oslo",
      "INCOMING",
      ...(cells("rita").reverse() as [string, string] | []),
    ],
  ]);

export const archives: Record<string, Archive> = {
  "2016": {
    "Connections.csv": csv([
      "First Name,Last Name,Address,Email Address,Company,Position,Connected On,Websites,Instant Messengers".split(","),
      [zoe.first, zoe.last, "", "zoe@example.test", "Ink & Co", "Writer", "12/22/16, 9:55 AM", "", ""],
      [noa.first, noa.last, "", "", company, "007", "1/5/17, 12:05 AM", "", ""],
      ["", "", "", "", "", "", "1/6/17, 3:04 PM", "", ""],
    ]),
    "Invitations.csv": invitations(["From", "To", "Sent At", "Message", "Direction"], () => []),
    "Recommendations Given.csv": recommendations["Recommendations_Given.csv"],
    ...profile,
  },
  "2018": {
    "Connections.csv": connections2018,
    "Invitations.csv": invitations(["From", "To", "Sent At", "Message", "Direction"], () => []),
    "Messages.csv": csv([
      ["From", "To", "Date", "Subject", "Content", "Direction", "Folder"],
      [me, zoe.name, "3/4/18, 9:55 AM", "Hi", "There", "OUTGOING", "SENT"],
      [zoe.name, me, "3/5/18, 12:05 AM", "", "Back", "INCOMING", "INBOX"],
      ["Nobody Known", me, "3/6/18, 1:00 PM", "", "Buy", "INCOMING", "SPAM"],
    ]),
    ...recommendations,
    ...profile,
  },
  "2022": {
    "Connections.csv": `${preamble}${csv([
      ["First Name", "Last Name", "Email Address", "Company", "Position", "Connected On"],
      [zoe.first, zoe.last, "zoe@example.test", "Ink & Co", "Writer", "22 Dec 2016"],
      [noa.first, noa.last, "", company, "007", "05 Jan 2017"],
      ["", "", "", "", "", "06 Jan 2017"],
    ])}`,
    "Invitations.csv": invitations(["From", "To", "Sent At", "Message", "Direction"], () => []),
    "messages.csv": csv([
      [
        "CONVERSATION ID",
        "CONVERSATION TITLE",
        "FROM",
        "SENDER PROFILE URL",
        "TO",
        "DATE",
        "SUBJECT",
        "CONTENT",
        "FOLDER",
      ],
      ...zoesMessages.urls.map((cells) => [...cells.slice(0, 5), ...cells.slice(6), "INBOX"]),
    ]),
    ...recommendations,
    ...endorsements,
    ...profile,
  },
  "2023": {
    "Connections.csv": connections2023,
    "Invitations.csv": invitations(
      ["From", "To", "Sent At", "Message", "Direction", "inviterProfileUrn", "inviteeProfileUrn"],
      (slug) => ["urn:li:member:1", `urn:li:member:${slug.length}00`],
    ),
    "messages.csv": csv([
      ...[["CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS"]].map(
        (columns) => [...columns, "DATE", "SUBJECT", "CONTENT", "FOLDER", "IS MESSAGE DRAFT"],
      ),
      ...zoesMessages.urls.map((cells) => [...cells, "INBOX", "No"]),
      [
        "2-e",
        "",
        me,
        address("olive-owner"),
        zoe.name,
        address(zoe.slug),
        "2024-01-01 10:00:00 UTC",
        "",
        "Not sent",
        "INBOX",
        "Yes",
      ],
    ]),
    ...recommendations,
    ...endorsements,
    ...profile,
  },
  "2026": {
    "Basic/Connections.csv": connections2023,
    "Basic/Invitations.csv": invitations(
      ["From", "To", "Sent At", "Message", "Direction", "inviterProfileUrl", "inviteeProfileUrl"],
      (slug) => [address("olive-owner"), address(slug)],
    ),
    "Basic/messages.csv": csv([
      ...[
        ["CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS", "DATE"],
      ].map((columns) => [
        ...columns,
        "SUBJECT",
        "CONTENT",
        "FOLDER",
        "ATTACHMENTS",
        "IS MESSAGE DRAFT",
        "IS CONVERSATION DRAFT",
      ]),
      ...zoesMessages.urls.map((cells) => [...cells, "INBOX", "", "No", "No"]),
    ]),
    "Basic/Notes.csv": csv([
      ["Connection First Name", "Connection Last Name", "Connection Profile URL", "Note", "Created On", "Edited On"],
      [zoe.first, zoe.last, address(zoe.slug), "Likes, commas\nand tea", "2026-01-02", ""],
    ]),
    "Basic/ImportedContacts.csv": csv([
      ["Source", "FirstName", "LastName", "Companies", "Title", "Emails", "PhoneNumbers", "CreatedAt"],
      ["GOOGLE", zoe.first, zoe.last, "", "", "zoe@example.test", "+44 020 7946 0018", "1/5/23, 10:11 AM"],
      ["GOOGLE", "Bo", "Book", "Shop", "", "bo@example.test,bo@work.test", "0049 30 123456", "1/5/23, 10:11 AM"],
    ]),
    "Basic/Recommendations_Given.csv": recommendations["Recommendations_Given.csv"],
    "Basic/Recommendations_Received.csv": recommendations["Recommendations_Received.csv"],
    "Basic/Endorsement_Received_Info.csv": endorsements["Endorsement_Received_Info.csv"],
    "Basic/Profile.csv": profile["Profile.csv"],
    "__MACOSX/Basic/._Connections.csv": "\u0000\u0005\u0016\u0007",
  },
  German: {
    "Connections.csv": `\uFEFF${csv(
      [
        ["Vorname", "Nachname", "URL", "E-Mail-Adresse", "Unternehmen", "Position", "Verbunden am"],
        [zoe.first, zoe.last, encoded(zoe.slug), "zoe@example.test", "Ink & Co", "Writer", "22. Dez. 2016"],
        [noa.first, noa.last, encoded(noa.slug), "", company, "007", "5-Jan-17"],
        ["", "", "", "", "", "", "06 Jan 2017"],
      ],
      { delimiter: ";", newline: "\r\n" },
    )}`,
    "Invitations.csv": csv([
      ["Von", "An", "Gesendet am", "Nachricht", "Richtung", "inviterProfileUrl", "inviteeProfileUrl"],
      [me, zoe.name, "20.12.2016, 10:11", "Hallo", "AUSGEHEND", address("olive-owner"), address(zoe.slug)],
      ["Rita Received", me, "06.01.2023, 22:11", "", "EINGEHEND", address("rita"), address("olive-owner")],
    ]),
    "Recommendations_Given.csv": csv([
      ["Vorname", "Nachname", "Unternehmen", "Jobbezeichnung", "Text", "Erstellungsdatum", "Status"],
      [zoe.first, zoe.last, "Ink & Co", "Writer", "Schön.", "21.07.09, 12:11", ""],
    ]),
    ...profile,
  },
};
