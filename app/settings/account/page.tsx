import { AccountPage } from "@/app/settings/account-page";

export default function Page() {
  return <AccountPage path="/settings/account" />;
}
