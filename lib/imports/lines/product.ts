/** How address cards and calendars say that Vouch wrote them. */
export const vouchProduct = "-//Vouch//Vouch//EN";
