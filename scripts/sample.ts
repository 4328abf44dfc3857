/** Who the sample owner of npm start -- --demo is, and how to sign in as them. */
export const sample = {
  name: "Max Moreau",
  email: "demo@vouch.example",
  password: "a sample to look around",
  timeZone: "Europe/Oslo",
};
