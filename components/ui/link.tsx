"use client";

import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link inside Vouch. It asks for the page ahead when somebody points at it or tabs to it, not when it comes into
 * view: a list of fifty people would otherwise ask the server fifty times for nothing.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  const [meant, setMeant] = useState(false);
  const mean = () => setMeant(true);
  return <NextLink {...props} prefetch={meant ? null : false} onPointerEnter={mean} onFocus={mean} />;
}
