import { Panel } from "@/components/ui/panel";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div aria-busy="true">
      <Skeleton className="mb-5 h-8 w-40" />
      <Skeleton className="mb-4 h-9 w-full max-w-[560px]" />
      <Panel>
        <SkeletonRows rows={12} />
      </Panel>
    </div>
  );
}
