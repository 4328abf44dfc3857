/** One thing to be told of, once a day: `key` is what it is the same by. */
export type Notice = { key: string; text: string };

/** `day` is the owner's; before their hour there is nothing to tell. */
export type Notices = { day: string; notices: Notice[] };
