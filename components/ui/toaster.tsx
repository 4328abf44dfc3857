"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { onWaiting } from "./toast";

// Most visits end without a toast: the script that shows them comes with the first one.
const Toasts = dynamic(() => import("./toasts").then((module) => module.Toasts), { ssr: false });

/** Where toasts appear: once, in the shell. */
export function Toaster() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => onWaiting(() => setWanted(true)), []);
  return wanted && <Toasts />;
}
