export { takeWebhook as POST } from "@/lib/server/commands/take-webhook";
