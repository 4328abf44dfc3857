"use client";

import { useEffect } from "react";
import { canKeep, forget } from "@/public/outbox";

/** On the page that says an account is gone: what waited on this device for it goes too. */
export function ForgetDevice() {
  useEffect(() => {
    if (canKeep()) forget().catch(() => {});
  }, []);
  return null;
}
