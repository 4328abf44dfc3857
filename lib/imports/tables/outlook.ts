// Outlook's export of contacts, as it comes or re-saved with semicolons.
import { comparable } from "./comparable";
import type { Column } from "./targets";

const known: Record<string, Column> = {
  title: { target: "namePrefix" },
  firstname: { target: "firstName" },
  middlename: { target: "middleName" },
  lastname: { target: "lastName" },
  suffix: { target: "nameSuffix" },
  company: { target: "company" },
  jobtitle: { target: "position" },
  emailaddress: { target: "email" },
  email2address: { target: "email" },
  email3address: { target: "email" },
  mobilephone: { target: "phone", label: "Mobile" },
  businessphone: { target: "phone", label: "Business" },
  businessphone2: { target: "phone", label: "Business" },
  homephone: { target: "phone", label: "Home" },
  homephone2: { target: "phone", label: "Home" },
  primaryphone: { target: "phone", label: "Primary" },
  carphone: { target: "phone", label: "Car" },
  otherphone: { target: "phone", label: "Other" },
  businesscity: { target: "location" },
  "businesscountry/region": { target: "location" },
  businesscountry: { target: "location" },
  webpage: { target: "link" },
  personalwebpage: { target: "link" },
  notes: { target: "notes" },
  categories: { target: "tags" },
};

/** What each column is, or null where the header isn't Outlook's. */
export function outlookColumns(header: readonly string[]): Column[] | null {
  const names = header.map(comparable);
  const isOutlook = ["firstname", "lastname", "emailaddress"].every((name) => names.includes(name));
  const isItsOwn = ["jobtitle", "businessphone", "homephone", "mobilephone", "email2address"].some((name) =>
    names.includes(name),
  );
  if (!isOutlook || !isItsOwn) return null;
  return names.map((name) => ({ ...(known[name] ?? { target: "ignore" }), isExact: true }));
}
