// The words of the dialogs that are loaded when somebody opens one: what can be found and done, and the log form.
import followUps from "../messages/en/follow-ups.json";
import interactions from "../messages/en/interactions.json";
import search from "../messages/en/search.json";

export default { search, interactions, "follow-ups": followUps };
