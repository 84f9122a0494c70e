# One image for web and worker; docker-compose.yml says which of the two a container is.
FROM node:24-bookworm-slim AS build
WORKDIR /icma
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN node app/start.mjs --prepare && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /icma
COPY --from=build /icma /icma
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "app/start.mjs", "--only", "web"]
