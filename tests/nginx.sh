# To be sourced: nginx with two workers, configured as docs/hosting/nginx.conf says.
#   nginx_work      a folder that is removed in the end; the site is a copy in site/
#   add_site NAME FOLDER   another site beside it, a copy in NAME/, at the port that port_of NAME tells
#   start_nginx     on 127.0.0.1:$PORT, until stop_nginx or the end of the script
nginx=${NGINX:-/usr/sbin/nginx}
command -v "$nginx" >/dev/null || { echo "there is no $nginx (Debian: apt-get install nginx-light libnginx-mod-http-brotli-static)" >&2; exit 1; }
nginx_port=${PORT:-8090}
nginx_server=
nginx_work=$(mktemp -d)
trap 'stop_nginx; rm -rf "$nginx_work"' EXIT
nginx_sites=()

port_of() { # port_of NAME
  local place=0
  for name in "${nginx_sites[@]}"; do
    [ "$name" = "$1" ] && echo $((nginx_port + place)) && return
    place=$((place + 1))
  done
}

add_site() { # add_site NAME FOLDER
  nginx_sites+=("$1")
  cp -r "$2" "$nginx_work/$1"
  # A worker of nginx is not root.
  chmod -R a+rX "$nginx_work"
  # What is outside of its server can stand once alone.
  local conf=docs/hosting/nginx.conf
  if [ "${#nginx_sites[@]}" -eq 1 ]; then cat "$conf"; else sed -n '/^server {/,$p' "$conf"; fi |
    sed "s|listen 80;|listen 127.0.0.1:$(port_of "$1");|; s|root /srv/jari;|root $nginx_work/$1;|" \
      >>"$nginx_work/site.conf"
}

cat >"$nginx_work/main.conf" <<CONF
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off;
worker_processes 2;
pid nginx.pid;
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000;
  client_body_temp_path written; proxy_temp_path written; fastcgi_temp_path written;
  uwsgi_temp_path written; scgi_temp_path written;
  include site.conf;
}
CONF
add_site site dist

start_nginx() {
  "$nginx" -p "$nginx_work" -c main.conf -e error.log &
  nginx_server=$!
  for _ in $(seq 50); do
    (: </dev/tcp/127.0.0.1/"$nginx_port") 2>/dev/null && return
    kill -0 "$nginx_server" 2>/dev/null || { cat "$nginx_work/error.log" >&2; exit 1; }
    sleep 0.1
  done
}

stop_nginx() {
  [ -n "$nginx_server" ] || return 0
  kill "$nginx_server"
  wait "$nginx_server" || true
  nginx_server=
}
