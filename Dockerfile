# syntax=docker/dockerfile:1

# docker build -t jacquard .
# docker run -p 127.0.0.1:1804:1804 -v jacquard:/data -e JACQUARD_PASSWORD_FILE=/run/secrets/password jacquard
# docker run -p 1804:1804 -v jacquard:/data -v ./flows:/flows:ro -e JACQUARD_API_KEYS=… jacquard serve /flows

# The Node that package.json pins. A digest in its place (node@sha256:…) makes builds of another day the same.
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS source
WORKDIR /source
COPY . .

# The canvas, and JavaScript in place of TypeScript: what `npm run package` packs.
FROM source AS build
RUN --mount=type=cache,target=/root/.npm,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    npm run package

# The packages of others that it runs with, at the versions of the lock file: no tools, and nothing of the canvas. Those that the
# package brings itself, without what compiles or counts them, are left to it.
FROM source AS packages
RUN --mount=type=cache,target=/root/.npm,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    npm install --no-save --omit=dev --workspace=@jacquard/cli --include-workspace-root=false --ignore-scripts \
    && cd node_modules \
    && rm -rf @jacquard @scarf @typescript typescript node-llama-cpp swagger-ui-dist .bin .package-lock.json \
    && rm -rf @node-llama-cpp/*-cuda @node-llama-cpp/*-cuda-ext @node-llama-cpp/*-vulkan

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="Jacquard" \
      org.opencontainers.image.description="A visual, low-code builder for LLM pipelines." \
      org.opencontainers.image.licenses="Apache-2.0"
# Bound to all addresses it starts locked: until there is a password or a key, only /healthz answers.
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=1804 \
    JACQUARD_HOME=/data \
    NODE_COMPILE_CACHE=/data/compiled
COPY --from=packages /source/node_modules /app/node_modules
COPY --from=build /source/apps/cli/dist/package /app
RUN install --directory --owner=node --group=node --mode=0700 /data
VOLUME /data
WORKDIR /data
USER node
EXPOSE 1804
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--use-system-ca", "--disable-warning=ExperimentalWarning", "/app/apps/cli/src/main.js"]
CMD ["start", "--no-open"]
