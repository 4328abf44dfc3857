// Google Contacts, under its header of today and the one before 2024.
import { comparable } from "./comparable";
import type { Column, ColumnTarget } from "./targets";

const single: Record<string, ColumnTarget> = {
  name: "fullName",
  nameprefix: "namePrefix",
  firstname: "firstName",
  givenname: "firstName",
  middlename: "middleName",
  additionalname: "middleName",
  lastname: "lastName",
  familyname: "lastName",
  namesuffix: "nameSuffix",
  organizationname: "company",
  organization1name: "company",
  organizationtitle: "position",
  organization1title: "position",
  address1city: "location",
  address1country: "location",
  notes: "notes",
  labels: "tags",
  groupmembership: "tags",
};

const repeated: [name: RegExp, target: ColumnTarget][] = [
  [/^email\d+value$/, "email"],
  [/^phone\d+value$/, "phone"],
  [/^website\d+value$/, "link"],
];

/** What each column is, or null where the header isn't Google's. */
export function googleColumns(header: readonly string[]): Column[] | null {
  const names = header.map(comparable);
  const isOld = names.includes("givenname") && names.includes("groupmembership");
  const isNew = names.includes("firstname") && names.includes("labels") && names.includes("organizationname");
  if (!isOld && !isNew) return null;
  return names.map((name) => {
    const many = repeated.find(([pattern]) => pattern.test(name))?.[1];
    if (!many) return { target: single[name] ?? "ignore" };
    const labels = ["label", "type"].map((word) => names.indexOf(name.replace(/value$/, word)));
    const labelAt = labels.find((at) => at >= 0);
    return { target: many, isExact: true, ...(labelAt !== undefined && { labelAt }) };
  });
}
