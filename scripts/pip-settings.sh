# shellcheck shell=sh
# Read by scripts/setup and scripts/pin: hands on to uv what pip is set to, by file or environment.
# uv does not read pip's settings by itself.

# The environment goes before the command's own section, that before the global one.
pip_option() { # NAME
    for section in :env: install global; do
        value=$(printf '%s\n' "$pip_config" | sed -n "s/^$section\.$1=['\"]\(.*\)['\"]\$/\1/p")
        [ -n "$value" ] && break
    done
    printf '%s' "$value" | sed 's/\\n/ /g; s/^ *//; s/ *$//'
}

# By environment, not by argument: an address may hold a password, and arguments are seen by `ps`.
hand_on() { # VARIABLE VALUE; a variable the user has set stays
    eval "set_already=\${$1:-}"
    if [ -n "$2" ] && [ -z "$set_already" ]; then
        eval "$1=\$2"
        export "${1?}"
    fi
}

hand_pip_settings_to_uv() { # PYTHON
    pip_config=$("$1" -m pip config list 2>/dev/null || :)
    hand_on UV_DEFAULT_INDEX "$(pip_option index-url)"
    hand_on UV_INDEX "$(pip_option extra-index-url)"
    hand_on UV_FIND_LINKS "$(pip_option find-links | tr -s ' ' ',')"
    hand_on UV_NO_INDEX "$(pip_option no-index)"
    hand_on UV_INSECURE_HOST "$(pip_option trusted-host)"
    hand_on UV_HTTP_TIMEOUT "$(pip_option timeout)"
    hand_on UV_HTTP_TIMEOUT "$(pip_option default-timeout)" # as PIP_DEFAULT_TIMEOUT names it
    hand_on SSL_CERT_FILE "$(pip_option cert)"
    hand_on HTTPS_PROXY "$(pip_option proxy)"
    # Each file is pinned by hash, so it does not matter which index it comes from.
    hand_on UV_INDEX_STRATEGY unsafe-best-match
    export UV_NO_CONFIG=1 UV_LINK_MODE=copy
}
