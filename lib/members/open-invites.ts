/** Which invitations still work: in time, and of somebody who may invite. */
export const stillOpen = () =>
  ({ expiresAt: { gt: new Date() }, maker: { role: "ADMINISTRATOR", closedAt: null } }) as const;
