import { AccountPage } from "./account-page";

export default function Page() {
  return <AccountPage path="/settings" />;
}
