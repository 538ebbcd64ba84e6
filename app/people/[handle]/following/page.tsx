import type { Metadata } from "next";
import { FollowListPage, type FollowListProps, followListMetadata } from "@/app/people/[handle]/follow-list-page";

export const generateMetadata = (props: FollowListProps): Promise<Metadata> => followListMetadata(props, "following");

export default function Page(props: FollowListProps) {
  return <FollowListPage {...props} which="following" />;
}
