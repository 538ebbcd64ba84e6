import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // Messages are parsed while building, so that no page carries the parser.
  experimental: { messages: { path: "./lib/i18n", format: "json", locales: "infer", precompile: true } },
});

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimiser decodes what strangers upload; pictures are re-encoded when they come in instead.
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "pino", "@prisma/client", "@prisma/adapter-pg", "livekit-server-sdk", "nodemailer"],
};

export default withIntl(config);
