/** What the focus goes to when somebody else comes on the card, and where Escape leads from the note. */
export const cardHeading = "ready-name";
/** The same where nobody is left. */
export const nobodyLeft = "ready-nobody";
