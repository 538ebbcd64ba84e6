"""Carries packets between the namespaces near (192.0.2.1) and far (192.0.2.2): late, out of step, and not all of them.

usage: bad-network.py NEAR FAR, as root, with both namespaces there. Reads the weather from its input, one change a line
(`delayMs=40 jitterMs=10 lossPercent=5 cut=0`, each way), answers each line with one, and ends with its input.
A kernel can do this by itself (tc netem), but many in containers lack it; TUN devices they have.
"""
import fcntl
import heapq
import os
import random
import select
import struct
import subprocess
import sys
import time

TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
MTU = 1400

near_space, far_space = sys.argv[1:]


def open_tun(name):
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    return device


def attach(device_name, space, address):
    inside = ["ip", "netns", "exec", space, "ip"]
    for command in (
        ["ip", "link", "set", device_name, "netns", space],
        [*inside, "addr", "add", f"{address}/24", "dev", device_name],
        [*inside, "link", "set", device_name, "mtu", str(MTU), "up"],
        [*inside, "link", "set", "lo", "up"],
    ):
        subprocess.run(command, check=True)


# Names of their own, since both devices begin in the namespace of whoever calls.
near_name, far_name = f"n{os.getpid()}", f"f{os.getpid()}"
near, far = open_tun(near_name), open_tun(far_name)
attach(near_name, near_space, "192.0.2.1")
attach(far_name, far_space, "192.0.2.2")
subprocess.run(["ip", "netns", "exec", far_space, "ip", "route", "add", "default", "via", "192.0.2.1"], check=True)
print("up", flush=True)

weather = {"delayMs": 0.0, "jitterMs": 0.0, "lossPercent": 0.0, "cut": 0.0}
under_way, counted, last = [], 0, {near: 0.0, far: 0.0}
os.set_blocking(0, False)
while True:
    now = time.monotonic()
    wait = min(0.2, max(0, under_way[0][0] - now)) if under_way else 0.2
    ready = select.select([0, near, far], [], [], wait)[0]
    if 0 in ready:
        told = os.read(0, 4096)
        if not told:
            break
        for pair in told.decode().split():
            name, _, value = pair.partition("=")
            weather[name] = float(value)
        print("changed", flush=True)
    for device in ready:
        if device == 0:
            continue
        try:
            packet = os.read(device, 2048)
        except BlockingIOError:
            continue
        if weather["cut"] or random.random() * 100 < weather["lossPercent"]:
            continue
        late = weather["delayMs"] + random.uniform(0, weather["jitterMs"])
        # Late, but never one before the other.
        last[device] = at = max(last[device], time.monotonic() + late / 1000)
        counted += 1
        heapq.heappush(under_way, (at, counted, far if device == near else near, packet))
    while under_way and under_way[0][0] <= time.monotonic():
        _, _, device, packet = heapq.heappop(under_way)
        try:
            os.write(device, packet)
        except OSError:
            pass
