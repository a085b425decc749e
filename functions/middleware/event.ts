import type { MiddlewareObj } from '@middy/core';
import type {
  APIGatewayEventRequestContextV2,
  APIGatewayProxyEventV2WithRequestContext,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import type { Actor } from '../../shared/kernel/actor.ts';

type Context = APIGatewayEventRequestContextV2 & {
  /** Filled by the gateway on routes whose access rule is not `public`. */
  authorizer?: { jwt: { claims: { sub: string } } };
};

/** As the gateway sends it, with what the chain has made of it: the parsed body and who asks. */
export type ApiEvent = APIGatewayProxyEventV2WithRequestContext<Context> & { json?: unknown; actor?: Actor };
export type ApiResponse = APIGatewayProxyStructuredResultV2;
export type ApiMiddleware = MiddlewareObj<ApiEvent, ApiResponse>;

export type Log = (entry: Record<string, unknown>) => void;
