import {
  ArrowRightLeft,
  BarChart3,
  ChartLine,
  CircleHelp,
  Copy,
  Database,
  Handshake,
  Inbox,
  LogOut,
  type LucideIcon,
  NotebookPen,
  Send,
  Settings,
  Sparkles,
  Sun,
  Trash2,
  Upload,
  UserPlus,
  Users,
  Waypoints,
} from "lucide-react";
import type { Route } from "next";
import { foldWord } from "@/lib/introductions/find/slips";

type Command = { name: string; icon: LucideIcon; href?: Route };

/** What can be done from anywhere, what is done most first. Their words are in the catalogue: `search.commands`. */
export const commands = [
  { name: "log", icon: NotebookPen, href: "/log" },
  { name: "newContact", icon: UserPlus, href: "/contacts/new" },
  { name: "import", icon: Upload, href: "/data" },
  { name: "today", icon: Sun, href: "/" },
  { name: "contacts", icon: Users, href: "/contacts" },
  { name: "ready", icon: Sparkles, href: "/ready" },
  { name: "invitations", icon: Inbox, href: "/invitations" },
  { name: "connections", icon: BarChart3, href: "/connections" },
  { name: "network", icon: ChartLine, href: "/network" },
  { name: "map", icon: Waypoints, href: "/map" },
  { name: "introTest", icon: CircleHelp, href: "/connections/intro-test" },
  { name: "recommendations", icon: Send, href: "/recommendations" },
  { name: "introductions", icon: Handshake, href: "/recommendations/introductions" },
  { name: "help", icon: ArrowRightLeft, href: "/recommendations/help" },
  { name: "duplicates", icon: Copy, href: "/contacts/duplicates" },
  { name: "data", icon: Database, href: "/data" },
  { name: "trash", icon: Trash2, href: "/contacts/trash" },
  { name: "settings", icon: Settings, href: "/settings" },
  { name: "signOut", icon: LogOut },
] as const satisfies Command[];

export type CommandName = (typeof commands)[number]["name"];

/** Shown before anything is typed. */
export const firstCommands: CommandName[] = ["log", "newContact", "import", "ready", "settings"];

const wordsOf = (text: string) =>
  foldWord(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Those of which a word, of its name or of the others it goes by, begins with each word typed; by name first. */
export function matchingCommands(
  typed: string,
  words: (name: CommandName) => { label: string; also: string },
): { name: CommandName; byLabel: boolean }[] {
  const asked = wordsOf(typed);
  const holds = (text: string) => {
    const known = wordsOf(text);
    return asked.length > 0 && asked.every((word) => known.some((one) => one.startsWith(word)));
  };
  const found = commands.flatMap(({ name }) => {
    const { label, also } = words(name);
    const byLabel = holds(label);
    return byLabel || holds(`${label} ${also}`) ? [{ name, byLabel }] : [];
  });
  return [...found.filter(({ byLabel }) => byLabel), ...found.filter(({ byLabel }) => !byLabel)];
}
