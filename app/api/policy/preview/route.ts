import { getSignedIn } from "@/lib/auth";
import { sentOf } from "@/lib/form-conflict/sent";
import { formValues } from "@/lib/form-values";
import { isSameOrigin } from "@/lib/origin";
import { askPreview } from "@/lib/policy/preview/ask";
import type { PolicyPreview } from "@/lib/policy/preview/schema";
import { sentPolicy } from "@/lib/policy/schema";

/** What would follow from the values in the form. A POST, because it takes the owner's lock while it counts. */
export async function POST(request: Request): Promise<Response> {
  const signedIn = await getSignedIn();
  if (!signedIn) return new Response(null, { status: 401 });
  if (!(await isSameOrigin())) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => new FormData());
  const { data } = sentPolicy.safeParse(sentOf(formValues(form)).typed);
  const preview: PolicyPreview = await askPreview(signedIn.owner, data?.values ?? null, data);
  return Response.json(preview);
}
