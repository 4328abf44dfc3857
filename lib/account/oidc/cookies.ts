import "server-only";
import { arrival, departure } from "./schema";
import { sealedCookie } from "./sealed-cookie";

/** Of a browser that went to the provider. */
export const departureCookie = sealedCookie("vouch-departure", departure);

/** Of a browser whose person the provider knows and Vouch doesn't yet: until the form to join is sent. */
export const arrivalCookie = sealedCookie("vouch-arrival", arrival);
