# The whole site in one image; docs/operating.md says how to run it.
FROM node:24.21.0-bookworm-slim AS build
RUN npm install --global pnpm@12.21.0
WORKDIR /commons
ENV CI=true DO_NOT_TRACK=1 TURBO_TELEMETRY_DISABLED=1
COPY pnpm-lock.yaml pnpm-workspace.yaml package.json ./
COPY patches patches
RUN pnpm fetch
COPY . .
# The server runs its sources as they are, so that only the pages are built. Then everything is installed anew without what only
# building and testing need, PostgreSQL's own programs among it.
RUN pnpm install --frozen-lockfile --offline \
  && pnpm build \
  && find . -name node_modules -type d -prune -exec rm -rf {} + \
  && pnpm install --frozen-lockfile --offline --prod --no-optional --filter-prod '@commons/gateway...' \
  && rm -rf tooling apps/template .turbo

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /commons
COPY --from=build /commons .
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=16", "apps/gateway/server/start.ts"]
