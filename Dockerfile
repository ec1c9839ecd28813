# Builds CoCreate and runs it as one process with its data on a volume: docker compose up
FROM node:22-bookworm-slim AS client
WORKDIR /source/WebClient/App
COPY WebClient/App/package.json WebClient/App/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY WebClient/App ./
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS server
WORKDIR /source
COPY . .
RUN build/detect-engine && dotnet publish Silo/Silo.csproj -c Release -o /app --nologo

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=server /app ./
COPY --from=client /source/WebClient/wwwroot ./wwwroot
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
VOLUME /data
EXPOSE 5080
ENTRYPOINT ["dotnet", "CoCreate.Silo.dll", "--port", "5080", "--data", "/data"]
