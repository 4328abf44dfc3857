import { Obstacle } from "../say";

/** Why a backup failed, where the settings page has a sentence of its own for it; anything else is UNEXPECTED there. */
export class BackupFailure extends Obstacle {
  constructor(
    readonly code: "SPACE" | "DIFFERENT",
    sentence: string,
  ) {
    super(sentence);
  }
}
