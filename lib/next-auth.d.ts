import "next-auth/jwt";

// What the sealed cookie carries besides next-auth's own fields: the random session token that the database checks.
declare module "next-auth/jwt" {
  interface JWT {
    session?: string;
  }
}
