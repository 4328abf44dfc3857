/** Who may make an account: nobody, who was invited, everybody. */
export const signUps = ["CLOSED", "INVITE", "OPEN"] as const;
export type SignUp = (typeof signUps)[number];
