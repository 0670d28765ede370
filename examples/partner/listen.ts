import { openReceiver } from './receiver.ts';

/* Takes webhooks, and writes one line for each: its order number, what happened, and to which article. */

openReceiver({
  port: Number(process.env['WEBHOOK_PORT'] ?? 8080),
  secretFile: process.env['WEBHOOK_SECRET_FILE'] ?? 'secret',
  onMessage: ({ type, data: { order, article } }) => process.stdout.write(`${order} ${type} ${article.id}\n`),
});
