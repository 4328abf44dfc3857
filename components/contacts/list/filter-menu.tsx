"use client";

import { Check, ChevronDown } from "lucide-react";
import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { Menu, MenuLink } from "@/components/ui/menu";

/** A choice among addresses; the one in force is ticked. */
export function FilterMenu({
  label,
  options,
  align = "start",
}: {
  label: string;
  options: { href: Route; label: string; current: boolean }[];
  align?: "start" | "end";
}) {
  return (
    <Menu
      align={align}
      trigger={
        <Button size="small">
          {label}
          <ChevronDown aria-hidden="true" className="size-3.5 text-dim" />
        </Button>
      }
    >
      {options.map((option) => (
        <MenuLink key={option.href} href={option.href}>
          <Check aria-hidden="true" className={option.current ? "" : "invisible"} />
          <span aria-current={option.current || undefined}>{option.label}</span>
        </MenuLink>
      ))}
    </Menu>
  );
}
