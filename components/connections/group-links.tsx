"use client";

/** The links to the groups as a client component: their text, numbers and keys would be twice in the page. */
export { TabLinks as GroupLinks } from "@/components/ui/tab-links";
