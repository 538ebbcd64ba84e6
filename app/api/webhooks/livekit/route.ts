export { takeWebhook as POST } from "@/lib/server/commands/seats/take-webhook";
