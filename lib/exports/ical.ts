// ical.js, told to leave room for the space that a folded line begins with: its own 75 bytes don't count it.
import ICAL from "ical.js";

ICAL.foldLength = 74;

export default ICAL;
