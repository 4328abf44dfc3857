/** What is told of an event that can't be imported. */
export const eventColumns = {
  uid: ["UID"],
  summary: ["Summary"],
  start: ["Start"],
  attendees: ["Attendees"],
} as const;
