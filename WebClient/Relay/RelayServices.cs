using CoCreate.Web.People;
using Microsoft.Extensions.Logging;

namespace CoCreate.Web.Relay;

/// <summary>What every relay of this process shares.</summary>
/// <param name="Grains">Reaches boards.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Options">How to spread and keep.</param>
/// <param name="Meters">What is counted.</param>
/// <param name="Log">Where it is told.</param>
/// <param name="Process">A random name of this process, under which its presence is whispered.</param>
/// <param name="Bundle">Names the browser client that this process serves (R95); empty for none.</param>
/// <param name="Devices">Names what people vote from; null to leave that unknown.</param>
internal sealed record RelayServices(
    IGrainFactory Grains,
    TimeProvider Clock,
    RelayOptions Options,
    GatewayMeters Meters,
    ILogger Log,
    string Process,
    string Bundle = "",
    Devices? Devices = null);
