import { finishProviderSignIn } from "@/lib/server/sign-in/finish-provider-sign-in";

type Context = { params: Promise<{ provider: string }> };

export const GET = async (request: Request, { params }: Context): Promise<Response> =>
  finishProviderSignIn(request, (await params).provider);
