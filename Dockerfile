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
RUN install --directory --owner=node --group=node /data node_modules/.cache
ENV NODE_ENV=production \
    MALLOC_ARENA_MAX=2 \
    DATELINE_HOST=0.0.0.0 \
    DATELINE_PORT=3000 \
    DATELINE_DATABASE=/data/dateline.db
# What Node compiles at a first start is kept for those that follow, which take half as long; what only writers need, when
# something of theirs is asked for. It keeps it for one user, who can read it then and change nothing. A server that does
# not start makes no image.
USER node
RUN export DATELINE_DATABASE=/tmp/first/start.db; \
    node --import ./src/require-node.js --max-semi-space-size=3 --invocation-count-for-maglev=1200 src/main.ts & server=$!; \
    until node -e "fetch('http://127.0.0.1:3000/v1/articles').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"; \
      do kill -0 $server && sleep 1 || exit 1; done; \
    node -e "fetch('http://127.0.0.1:3000/v1/previews/none').then(({ status }) => process.exit(status === 404 ? 0 : 1))" || exit 1; \
    kill $server && wait $server && rm -r /tmp/first
USER root
RUN chown --recursive root:root node_modules/.cache && chmod --recursive go=rX node_modules/.cache
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.DATELINE_PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "./src/require-node.js", "--max-semi-space-size=3", "--invocation-count-for-maglev=1200", "src/main.ts"]
