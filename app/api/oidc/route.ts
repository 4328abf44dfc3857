import { getLocale, getTranslations } from "next-intl/server";
import { isConfirmed } from "@/lib/account/confirmation/confirmed-action";
import { departureCookie } from "@/lib/account/oidc/cookies";
import { backFrom } from "@/lib/account/oidc/errands";
import { depart, oidcProvider } from "@/lib/account/oidc/provider";
import { errand } from "@/lib/account/oidc/schema";
import { signInAddress } from "@/lib/account/return-address";
import { getSignedIn } from "@/lib/auth";
import { formValues } from "@/lib/form-values";
import { log } from "@/lib/log";
import { isSameOrigin } from "@/lib/origin";
import { seeOther } from "@/lib/see-other";

/** Sends somebody to the provider. A form leads here and not a link: nobody is sent, or connected, from elsewhere. */
export async function POST(request: Request): Promise<Response> {
  const provider = oidcProvider();
  if (!provider) return new Response(null, { status: 404 });
  if (!(await isSameOrigin())) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => new FormData());
  const asked = errand.safeParse(formValues(form));
  if (!asked.success) return new Response(null, { status: 400 });
  const signedIn = await getSignedIn();
  if (asked.data.to === "connect") {
    if (!signedIn) return seeOther(signInAddress("/settings/account"));
    if (!(await isConfirmed())) return seeOther(backFrom(asked.data, "confirmFirst"));
  }
  if (asked.data.to === "confirm" && !signedIn) return seeOther(signInAddress(`/settings/${asked.data.at}`));
  let left: Awaited<ReturnType<typeof depart>>;
  try {
    left = await depart(provider, { isAsked: asked.data.to === "confirm" });
  } catch (error) {
    log.error("oidc.unreached", error);
    return seeOther(backFrom(asked.data, "gone"));
  }
  await departureCookie.set({ errand: asked.data, owner: signedIn?.owner ?? null, ...left.proof });
  return await onward(left.address.href, provider.name);
}

/** Not a redirect: forms may only lead to Vouch (form-action), and that holds for where they are redirected to as well. */
async function onward(address: string, name: string): Promise<Response> {
  const [t, language] = await Promise.all([getTranslations("oidc"), getLocale()]);
  const [title, link, href] = [t("onward", { name }), t("continue", { name }), address].map(escaped);
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title><p>${title}</p><p><a href="${href}">${link}</a></p>`;
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8", refresh: `0;url=${address}` } });
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
