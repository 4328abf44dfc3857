// The words of the dialogs that are loaded when somebody opens one: what can be found and done, and the log form.
import followUps from "../messages/de/follow-ups.json";
import interactions from "../messages/de/interactions.json";
import search from "../messages/de/search.json";

export default { search, interactions, "follow-ups": followUps };
