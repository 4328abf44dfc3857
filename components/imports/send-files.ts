export type SendProblem = "brokeOff" | "origin" | "none" | "signedOut";

/** Posts files to the import and answers with the page to go to. `onSent` hears the share on its way, 0 to 1. */
export function sendFiles(
  files: File[],
  onSent: (share: number) => void,
): Promise<{ to: `/data${string}`; failed?: undefined } | { to?: undefined; failed: SendProblem }> {
  const form = new FormData();
  for (const file of files) form.append("file", file, file.name);
  // fetch can't tell how much of a body has gone out; this can.
  const request = new XMLHttpRequest();
  request.open("POST", "/api/imports");
  request.setRequestHeader("accept", "application/json");
  request.responseType = "json";
  request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
  request.upload.onload = () => onSent(1);
  return new Promise((resolve) => {
    request.onload = () => {
      const to = (request.response as { to?: `/data${string}` } | null)?.to;
      if (request.status === 200 && to) resolve({ to });
      else resolve({ failed: request.status === 401 ? "signedOut" : request.status === 403 ? "origin" : "brokeOff" });
    };
    request.onerror = () => resolve({ failed: "brokeOff" });
    request.send(form);
  });
}
