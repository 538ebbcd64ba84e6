export { receiveWebhook as POST } from "@/lib/server/commands/seats/receive-webhook";
