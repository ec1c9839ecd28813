# Builds CoCreate with the Orleans engine, the browser client included: docker compose up builds and starts a small cluster of it.
# One process with its data on a volume, without Orleans: docker build --build-arg ENGINE=Embedded -t cocreate . && docker run -p 5080:5080 -v data:/data cocreate
FROM node:22.20-bookworm-slim AS client
WORKDIR /source/WebClient/App
COPY WebClient/App/package.json WebClient/App/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY WebClient/App ./
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS server
ARG ENGINE=Orleans
WORKDIR /source
COPY . .
RUN build/detect-engine && dotnet publish Silo/Silo.csproj -c Release -o /app --nologo -p:Engine="$ENGINE" -p:DebugType=none

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=server /app ./
COPY --from=client /source/WebClient/wwwroot ./wwwroot
RUN mkdir /data && chown "$APP_UID" /data
ENV CoCreate__Port=5080 CoCreate__Data=/data DOTNET_EnableDiagnostics=0
USER $APP_UID
VOLUME /data
EXPOSE 5080
ENTRYPOINT ["dotnet", "CoCreate.Silo.dll"]
