// The archive in English, as each era wrote it.
import { connectionsFile, csv, preamble } from "../linkedin-files";
import { type Archive, address, company, encoded, me, noa, profile, uma, zoe } from "./people";

const stranger = (conversation: string) => [
  ...[conversation, "", "Stan, Stranger", address("stan"), me, address("olive-owner")],
  ...["2023-12-04 09:00:00 UTC", "", "Buy"],
];

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
    stranger("2-d"),
  ],
};
/** To two at once, one with a comma in the name; and to somebody who hid. */
const group = [
  [
    ...["2-f", "", me, address("olive-owner"), `${zoe.name},${noa.name}`, `${address(zoe.slug)},${address(noa.slug)}`],
    ...["2023-12-05 10:00:00 UTC", "", "Both of you"],
  ],
  ["2-g", "", me, address("olive-owner"), "LinkedIn Member", "", "2023-12-06 10:00:00 UTC", "", "Who?"],
];
const unsent = [
  ...["2-e", "", me, address("olive-owner"), zoe.name, address(zoe.slug)],
  ...["2024-01-01 10:00:00 UTC", "", "Not sent"],
];

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
    [uma.first, uma.last, "Acme, Inc.", "Boss", "Olive is great.", "11/02/15, 08:00 AM", "VISIBLE"],
    [uma.first, uma.last, "Acme, Inc.", "Boss", "Not yet.", "11/03/15, 08:00 AM", "PENDING"],
  ]),
};

const endorsementColumns = (whose: "Endorser" | "Endorsee") => [
  ...["Endorsement Date", "Skill Name", `${whose} First Name`, `${whose} Last Name`, `${whose} Public Url`],
  "Endorsement Status",
];
/** Their addresses have no scheme. */
const endorsement = ["2024/02/01 15:02:55 UTC", "Writing", zoe.first, zoe.last, `www.linkedin.com/in/${zoe.slug}`];
const endorsements = {
  "Endorsement_Received_Info.csv": csv([endorsementColumns("Endorser"), [...endorsement, "ACCEPTED"]]),
  "Endorsement_Given_Info.csv": csv([endorsementColumns("Endorsee"), [...endorsement, "ACCEPTED"]]),
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

export const eras: Record<string, Archive> = {
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
      [...unsent, "INBOX", "Yes"],
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
      ...group.map((cells) => [...cells, "INBOX", "", "No", "No"]),
      [...unsent, "INBOX", "", "No", "Yes"],
      [...stranger("2-h"), "SPAM", "", "No", "No"],
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
    "Basic/Endorsement_Given_Info.csv": endorsements["Endorsement_Given_Info.csv"],
    "Basic/Profile.csv": profile["Profile.csv"],
    "__MACOSX/Basic/._Connections.csv": "\u0000\u0005\u0016\u0007",
  },
};
