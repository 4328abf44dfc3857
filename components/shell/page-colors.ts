/** `bg` of globals.css, for what is drawn around the page: a phone's bars, the window of an installed Vouch. */
export const pageColors = { light: "#faf9f7", dark: "#131211" };
