#!/bin/sh
# Caddy wants host names; the settings hold addresses.
export PLENUM_HOST="${PLENUM_URL#*://}"
export LIVEKIT_HOST="${LIVEKIT_PUBLIC_URL#*://}"
exec caddy run --config /etc/caddy/Caddyfile --adapter caddyfile
