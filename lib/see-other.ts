/** "Look there": after a form, and without its body. `path` is one of Vouch's own. */
export const seeOther = (path: string) => new Response(null, { status: 303, headers: { location: path } });
