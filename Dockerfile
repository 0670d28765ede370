FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY openapi/client/package.json openapi/client/
# The optional packages are Node itself, which the image has.
RUN npm ci --omit=dev --omit=optional

FROM node:24.21.0-bookworm-slim
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY migrations migrations
COPY seeds seeds
COPY src src
# Everything that the process writes lies in /data; the rest may be mounted read-only.
RUN install --directory --owner=node --group=node /data
ENV NODE_ENV=production \
    MALLOC_ARENA_MAX=2 \
    DATELINE_HOST=0.0.0.0 \
    DATELINE_PORT=3000 \
    DATELINE_DATABASE=/data/dateline.db
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.DATELINE_PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "./src/require-node.js", "--max-semi-space-size=4", "src/main.ts"]
