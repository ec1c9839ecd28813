import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import type { ByeMessage, Changes, OutcomeMessage, PresenceFrame, ResyncMessage, RetryMessage } from '../wire';
import type { Connect } from './transport';

/** How often this side says that it is there, in milliseconds: often enough that who vanishes is missed within 12 s (PROTOCOL R33). */
const keepAliveMs = 4_000;

/** A server that says nothing for so long, in milliseconds, is taken as gone. */
const serverSilenceMs = 12_000;

/** PROTOCOL R1: the hub over a WebSocket and nothing else, without negotiation. */
export function signalrAt(url: string): Connect {
  return (events) => {
    const hub = new HubConnectionBuilder()
      .withUrl(url, { skipNegotiation: true, transport: HttpTransportType.WebSockets })
      .configureLogging(LogLevel.None)
      .withKeepAliveInterval(keepAliveMs)
      .withServerTimeout(serverSilenceMs)
      .build();
    hub.on('changes', (changes: Changes) => events.message({ name: 'changes', changes }));
    hub.on('outcomes', (outcomes: readonly OutcomeMessage[]) => events.message({ name: 'outcomes', outcomes }));
    hub.on('retry', (retry: RetryMessage) => events.message({ name: 'retry', retry }));
    hub.on('presence', (frame: PresenceFrame) => events.message({ name: 'presence', frame }));
    hub.on('resync', (resync: ResyncMessage) => events.message({ name: 'resync', resync }));
    hub.on('bye', (bye: ByeMessage) => events.message({ name: 'bye', bye }));
    hub.onclose(() => events.closed());
    return {
      start: () => hub.start(),
      join: (request) => hub.invoke('Join', request),
      // A message that cannot be sent is noticed by `closed`, which always follows.
      submit: (commands) => void hub.send('Submit', commands).catch(() => undefined),
      present: (update) => void hub.send('Present', update).catch(() => undefined),
      stop: () => void hub.stop().catch(() => undefined),
    };
  };
}
