// Address books and calendars as other programs write them, with the oddities they have. Nobody in them exists.

const lines = (...written: string[]) => `${written.join("\r\n")}\r\n`;

/** The same woman in every version, as phones and mail programs write her. */
export const cards: Record<string, string> = {
  "2.1 of a phone": lines(
    "BEGIN:VCARD",
    "VERSION:2.1",
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Quill=2C PhD;Zo=C3=AB;;;",
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB Quill=",
    "=2C PhD",
    "TEL;CELL;PREF:+44 020 7946 0018",
    "EMAIL;INTERNET;HOME:zoe@example.test",
    "ORG:Ink & Co;Letters",
    "TITLE:Writer",
    "NOTE;ENCODING=QUOTED-PRINTABLE:Likes tea=0D=0Aand commas, = too",
    "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQ",
    " AAAAAAAAAAAAAAAAAAAA",
    "",
    "END:VCARD",
  ),
  "2.1 of Outlook in Western letters": lines(
    "BEGIN:VCARD",
    "VERSION:2.1",
    "N;LANGUAGE=de;CHARSET=Windows-1252:Quill, PhD;Zo\u00eb",
    "FN;CHARSET=Windows-1252:Zo\u00eb Quill, PhD",
    "ORG:Ink & Co",
    "TITLE:Writer",
    "TEL;WORK;VOICE:+44 020 7946 0018",
    "EMAIL;PREF;INTERNET:zoe@example.test",
    "END:VCARD",
  ),
  "3.0 of an iPhone": lines(
    "BEGIN:VCARD",
    "VERSION:3.0",
    "N:Quill\\, PhD;Zoë;;;",
    "FN:Zoë Quill\\, PhD",
    "ORG:Ink & Co;",
    "TITLE:Wri",
    " ter",
    "item1.EMAIL;type=INTERNET;type=pref:zoe@example.test",
    "item1.X-ABLabel:_$!<Other>!$_",
    'TEL;type="CELL,VOICE";type=pref:+44 020 7946 0018',
    "X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/zo%C3%AB-quill",
    "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQ",
    "END:VCARD",
  ),
  "4.0": lines(
    "BEGIN:VCARD",
    "VERSION:4.0",
    "FN:Zoë Quill\\, PhD",
    "N:Quill\\, PhD;Zoë;;;",
    "ORG:Ink & Co",
    "TITLE:Writer",
    "EMAIL;PREF=1:zoe@example.test",
    'TEL;VALUE=uri;TYPE="voice,home":tel:+44-020-7946-0018',
    "URL:https://example.test/zoe,writer;one",
    "CATEGORIES:Authors,Tea\\, friends",
    "END:VCARD",
  ),
};

/** Bytes as the program writes them: only the card that says so isn't UTF-8. */
export const cardBytes = (card: string): Uint8Array =>
  Buffer.from(card, card.includes("Windows-1252") ? "latin1" : "utf8");

export const googleNew = [
  "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,Organization Name,Organization Title,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - City,Address 1 - Country,Website 1 - Label,Website 1 - Value",
  'Zoë,,"Quill, PhD",,,,,Ink & Co,Writer,Likes tea,Authors ::: * myContacts,* Work,zoe@example.test ::: zoe@home.test,Mobile,+44 020 7946 0018,London,United Kingdom,Profile,https://www.linkedin.com/in/zo%C3%AB-quill',
  "נועה,,לוי 🚀,,,,,,,,* myContacts,,,Mobile,020 7946 0001,,,,",
].join("\n");

export const googleOld = [
  "Name,Given Name,Additional Name,Family Name,Yomi Name,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title",
  '"Zoë Quill, PhD",Zoë,,"Quill, PhD",,Likes tea,* My Contacts ::: Authors,* Work,zoe@example.test ::: zoe@home.test,Mobile,+44 020 7946 0018,,Ink & Co,Writer',
].join("\n");

const outlookHeader =
  "First Name,Middle Name,Last Name,Title,Suffix,Company,Department,Job Title,Business City,Business Country/Region,Business Phone,Home Phone,Mobile Phone,Categories,E-mail Address,E-mail 2 Address,Notes,Web Page";
export const outlook = `\uFEFF${outlookHeader}\r\nZoë,,Quill,Dr.,PhD,Ink & Co,Letters,Writer,London,United Kingdom,,,+44 020 7946 0018,Authors;Tea,zoe@example.test,zoe@home.test,"Likes tea,\r\nand commas",https://example.test\r\n`;
export const outlookWithSemicolons = `${outlookHeader.replaceAll(",", ";")}\r\nZoë;;Quill;Dr.;PhD;Ink & Co;Letters;Writer;London;United Kingdom;;;+44 020 7946 0018;"Authors;Tea";zoe@example.test;zoe@home.test;"Likes tea,\r\nand commas";https://example.test\r\n`;

/** An event as lines; `attendees` are lines after `ATTENDEE`. */
export function event(uid: string, start: string, attendees: string[], ...more: string[]): string {
  return lines(
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTART${start}`,
    `SUMMARY:${uid}`,
    ...attendees.map((attendee) => `ATTENDEE${attendee}`),
    ...more,
    "END:VEVENT",
  );
}

export const calendar = (...parts: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n${parts.join("")}END:VCALENDAR\r\n`;

/** The clock of Berlin under the name that Windows has for it. */
export const windowsZone = lines(
  "BEGIN:VTIMEZONE",
  "TZID:W. Europe Standard Time",
  "BEGIN:STANDARD",
  "DTSTART:16010101T030000",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:16010101T020000",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
);
